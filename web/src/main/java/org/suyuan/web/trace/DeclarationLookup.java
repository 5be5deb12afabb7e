package org.suyuan.web.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.trace.TraceQueries;
import org.suyuan.web.portal.Answers;

/** 查询报关单: from what was typed to the food of one of the enterprise's own declarations. */
@ApplicationScoped
public class DeclarationLookup {

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private TraceQueries reports;

    @Inject
    private Answers answers;

    /** As typed, without the spaces that come with a copied number. */
    public static String plain(String typed) {
        return typed == null ? null : typed.replaceAll("[\\s\\p{Zs}]", "");
    }

    /** Tells at once when what was typed can be no 报关单号. */
    public void checkShape(String typed, String field) {
        if (typed != null && !hasShape(typed)) {
            answers.refuse(field, "traceText.declarationNoShape");
        }
    }

    /** @return the food of the declaration; nothing when the user was told, at the field, why there is none */
    public List<Goods> find(String typed, String field) {
        if (typed == null || !hasShape(typed)) {
            answers.refuse(field, "traceText.declarationNoShape");
            return List.of();
        }
        var number = DeclarationNumber.parse(typed);
        if (number.flatMap(declarations::find).isEmpty()) {
            answers.refuse(field, "traceText.declarationNotOwned");
            return List.of();
        }
        var food = declaredNow(number.get());
        if (food.isEmpty()) {
            answers.refuse(field, "traceText.noFood");
        }
        return food;
    }

    /** The food that customs declares now, in the order of its 货物序号; none when the declaration is gone. */
    List<Goods> declaredNow(DeclarationNumber number) {
        return declarations
                .find(number)
                .map(declaration -> reports.pickableItems(number).stream()
                        .map(item -> Goods.of(declaration, item))
                        .toList())
                .orElse(List.of());
    }

    private static boolean hasShape(String typed) {
        return typed.matches("\\d{18}");
    }
}
