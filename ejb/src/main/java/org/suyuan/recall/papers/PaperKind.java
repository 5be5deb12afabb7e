package org.suyuan.recall.papers;

/** The four papers of a recall (《食品召回管理办法》). */
public enum PaperKind {
    /** Handed to the regulator before the recall begins. */
    PLAN("plan", "食品召回计划"),
    /** For the public. */
    ANNOUNCEMENT("announcement", "食品召回公告"),
    /** For the regulator, once a round is submitted. */
    INTERIM("interim", "食品召回阶段性进展报告"),
    /** For the regulator, once the completing round is submitted. */
    FINAL("final", "食品召回总结报告");

    private final String key;
    private final String title;

    PaperKind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As in addresses. */
    public String key() {
        return key;
    }

    String title() {
        return title;
    }
}
