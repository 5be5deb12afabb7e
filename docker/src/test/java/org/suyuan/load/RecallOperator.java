package org.suyuan.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.suyuan.testing.Portal;

/**
 * Reports round after round of one recall through the pages, as soon as customs has answered the one before, and notes what
 * the portal has acknowledged.
 */
final class RecallOperator extends PortalUser {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern ROUND =
            Pattern.compile("第 (\\d+) 次召回申请</legend>.*?<span>版本 (\\d+)</span>", Pattern.DOTALL);

    private final String taskNo;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    RecallOperator(Portal portal, String account, String taskNo, Figures figures, Duration pause, long seed) {
        super(portal, account, figures, pause, seed);
        this.taskNo = taskNo;
    }

    /** Message ids of the submits that were answered with a yes. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    @Override
    void errand() {
        look("recalls", "/recall/list");
        var path = "/recall/" + taskNo;
        if (!look("open recall", path).contains("round:submit")) {
            return; // customs has not answered yet
        }
        var page = open("open recall", path);
        var form = Map.of("round:explanation", "称重误差");
        use("open action", page, "round:addAction", form, "PF('actionDialog').show()");
        use("enter action", page, "action:confirm", action(), "PF('actionDialog').hide()");
        use("check round", page, "round:submit", form, "PF('submitDialog').show()");
        leave("submit round", page, "submitForm:confirm");
        ROUND.matcher(look("open recall", path))
                .results()
                .max(Comparator.comparing(round -> Integer.valueOf(round.group(1))))
                .ifPresent(round -> acknowledged.add("FTR202_" + taskNo + "_" + round.group(1) + "_" + round.group(2)));
    }

    private static Map<String, String> action() {
        var today = LocalDate.now(CHINA);
        return Map.of(
                "action:responsiblePerson", "张三",
                "action:phone", "13812345678",
                "action:startDate", today.minusDays(2).toString(),
                "action:endDate", today.toString(),
                "action:recalledQuantity", "0.001",
                "action:measures", "下架封存");
    }
}
