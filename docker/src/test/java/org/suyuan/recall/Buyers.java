package org.suyuan.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.TraceReportForm;

/** Enterprises that bought of a lot, numbered from 0; each one bought 10. */
final class Buyers {

    private Buyers() {}

    static String uscc(int number) {
        var first17 = "91350100MA%07d".formatted(number);
        return first17 + SocialCreditCode.checkDigit(first17);
    }

    static String name(int number) {
        return "第" + number + "食品商行";
    }

    /** A report of sales to that many buyers. */
    static TraceReportForm form(String declarationNo, int seqNo, int count) {
        var form = Forms.form(declarationNo, seqNo);
        form.setSales(
                new ArrayList<>(IntStream.range(0, count).mapToObj(Buyers::sale).toList()));
        return form;
    }

    private static SalesLine sale(int number) {
        var sale = Forms.sale("10");
        sale.setBuyerUscc(uscc(number));
        sale.setBuyerName(name(number));
        return sale;
    }

    /** Gives these buyers e-mail addresses, as if somebody had entered them for an earlier recall. */
    static void haveMail(Portal portal, List<Integer> numbers) {
        numbers.forEach(number -> portal.execute(
                "update buyer set email = 'buyer%d@example.com' where uscc = '%s'".formatted(number, uscc(number))));
    }
}
