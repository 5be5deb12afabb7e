package org.suyuan.recall.clock;

import java.time.Duration;
import java.util.stream.Stream;

/** 召回等级 by the harm the food may do, with the time it leaves (《食品召回管理办法》). */
public enum RecallLevel {
    /** 一级召回: serious harm to health, or death */
    FIRST(1, Duration.ofHours(24), 10),
    /** 二级召回: harm to health */
    SECOND(2, Duration.ofHours(48), 20),
    /** 三级召回: false label */
    THIRD(3, Duration.ofHours(72), 30);

    private final int number;
    private final Duration toStart;
    private final int workingDaysToFinish;

    RecallLevel(int number, Duration toStart, int workingDaysToFinish) {
        this.number = number;
        this.toStart = toStart;
        this.workingDaysToFinish = workingDaysToFinish;
    }

    public static RecallLevel of(int number) {
        return Stream.of(values())
                .filter(level -> level.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no recall level " + number));
    }

    /** 1, 2 or 3, as in messages. */
    public int number() {
        return number;
    }

    /** Within which the recall must start, from the notice. */
    public Duration toStart() {
        return toStart;
    }

    /** Within which it must be finished, from the 公告. */
    public int workingDaysToFinish() {
        return workingDaysToFinish;
    }
}
