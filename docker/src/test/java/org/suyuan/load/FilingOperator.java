package org.suyuan.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.suyuan.exchange.CustomsClient;
import org.suyuan.testing.Portal;

/**
 * Files one report after the other through the pages, looks at lists, corrects what customs refused, and notes what the portal
 * has acknowledged.
 */
final class FilingOperator extends PortalUser {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String EDIT = "/trace/edit";
    private static final String SUBMIT = "submit report";

    private record Refused(String unifiedNo, int looks) {}

    private static final int MOST_LOOKS = 20;

    private final String declarationNo;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Refused> toCorrect = new ArrayDeque<>();

    FilingOperator(Portal portal, String account, String declarationNo, Figures figures, Duration pause, long seed) {
        super(portal, account, figures, pause, seed);
        this.declarationNo = declarationNo;
    }

    /** Message ids of the submits that were answered with a yes. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    @Override
    void errand() {
        look("home", "/home");
        file();
        look("list", "/trace/list");
        correct();
    }

    private void file() {
        var page = open("open new report", EDIT + "?declaration=" + declarationNo);
        use("pick goods", page, "pick:confirm", Map.of("pick:items:0:tick", "on"), "PF('picker').hide()");
        int sales = 1 + random().nextInt(3);
        for (int sale = 0; sale < sales; sale++) {
            use("open sale", page, "report:addSale", inForm(), "PF('saleDialog').show()");
            use("enter sale", page, "sale:confirm", sale(), "PF('saleDialog').hide()");
        }
        if (random().nextInt(4) == 0) {
            use("save draft", page, "report:save", inForm(), "suyuan.saved(");
        }
        submit(page, 1);
    }

    private void submit(OpenPage page, int version) {
        use("check report", page, "report:submit", inForm(), "PF('submitDialog').show()");
        var shown = leave(SUBMIT, page, "submitForm:confirm");
        var unifiedNo = shown.substring(shown.lastIndexOf('/') + 1);
        acknowledged.add("FTR101_" + unifiedNo + "_" + version);
        if (!CustomsClient.verdict(unifiedNo, version).equals("120")) {
            toCorrect.add(new Refused(unifiedNo, 0));
        }
        look("open report", "/trace/" + unifiedNo);
    }

    /** Takes the oldest of the refused reports, if its refusal has arrived. */
    private void correct() {
        var refused = toCorrect.poll();
        if (refused == null) {
            return;
        }
        var page = open("open refused report", EDIT + "?no=" + refused.unifiedNo());
        if (page != null) {
            submit(page, 2);
        } else if (refused.looks() < MOST_LOOKS) { // else its acknowledgement was lost, and it was filed
            toCorrect.add(new Refused(refused.unifiedNo(), refused.looks() + 1));
        }
    }

    private Map<String, String> inForm() {
        return Map.of("report:declarationNo", declarationNo, "report:generateQr", "true");
    }

    private static Map<String, String> sale() {
        return Map.of(
                "sale:buyerName", "福建示例食品有限公司",
                "sale:buyerUscc", "91350100M000100Y43",
                "sale:buyerAddress", "福建省福州市鼓楼区示例路1号",
                "sale:buyerContact", "13812345678",
                "sale:soldQuantity", "0.5",
                "sale:deliveryDate", LocalDate.now(CHINA).minusDays(1).toString());
    }
}
