package org.suyuan.declaration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Roles;

/** Declarations of the caller's own enterprise; those of others look like unknown ones (T10). */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class DeclarationQueries {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    public Optional<Declaration> find(DeclarationNumber number) {
        return entities.createQuery(
                        "select d from Declaration d where d.declarationNo = :number and d.consigneeUscc = :owner"
                                + " and d.cancelled = false",
                        Declaration.class)
                .setParameter("number", number.value())
                .setParameter("owner", caller.operator().uscc())
                .getResultStream()
                .findFirst();
    }

    /** 最近报关单: the latest declarations, newest first. */
    public List<RecentDeclaration> recent(int most) {
        var latest = entities.createQuery(
                        "select d from Declaration d where d.consigneeUscc = :owner and d.cancelled = false"
                                + " order by d.id desc",
                        Declaration.class)
                .setParameter("owner", caller.operator().uscc())
                .setMaxResults(most)
                .getResultList();
        var food = food(latest);
        return latest.stream()
                .map(declaration -> new RecentDeclaration(declaration, food.getOrDefault(declaration.id(), List.of())))
                .toList();
    }

    /** The food items of a declaration, in the order of their 货物序号; none when it is not the caller's. */
    public List<GoodsItem> foodItems(DeclarationNumber number) {
        return find(number)
                .map(declaration -> food(List.of(declaration)).getOrDefault(declaration.id(), List.of()))
                .orElse(List.of());
    }

    /** Declared quantity of all food of the enterprise by unit (customs code), in the order of the units. */
    public Map<String, BigDecimal> foodQuantities() {
        var today = time.today();
        return entities.createQuery(
                        "select g.unit, g.goodsCode, sum(g.quantity) from GoodsItem g"
                                + " where g.declaration.consigneeUscc = :owner and g.declaration.cancelled = false"
                                + " and g.removed = false group by g.unit, g.goodsCode",
                        Object[].class)
                .setParameter("owner", caller.operator().uscc())
                .getResultStream()
                .filter(row -> codeTables.isFood((String) row[1], today))
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> (BigDecimal) row[2], BigDecimal::add, TreeMap::new));
    }

    /** Food items by declaration id, in the order of their 货物序号. */
    private Map<Long, List<GoodsItem>> food(List<Declaration> declarations) {
        if (declarations.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select g from GoodsItem g where g.declaration in :declarations and g.removed = false"
                                + " order by g.seqNo",
                        GoodsItem.class)
                .setParameter("declarations", declarations)
                .getResultStream()
                .filter(item ->
                        codeTables.isFood(item.goodsCode(), item.declaration().importDate()))
                .collect(Collectors.groupingBy(item -> item.declaration().id()));
    }

    public Optional<GoodsItem> foodItem(DeclarationNumber number, int seqNo) {
        return foodItems(number).stream().filter(item -> item.seqNo() == seqNo).findFirst();
    }

    /** An item as customs declared it last, also when it was taken back since: recalls ask for what was imported. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public Optional<GoodsItem> declaredItem(String declarationNo, int seqNo) {
        return entities.createQuery(
                        "select g from GoodsItem g join fetch g.declaration where g.declaration.declarationNo = :number"
                                + " and g.seqNo = :seqNo and g.declaration.consigneeUscc = :owner",
                        GoodsItem.class)
                .setParameter("number", declarationNo)
                .setParameter("seqNo", seqNo)
                .setParameter("owner", caller.operator().uscc())
                .getResultStream()
                .findFirst();
    }

    /** Locks the item until the transaction ends, so that what is sold of it can be counted, and reads it anew. */
    public void lock(GoodsItem item) {
        entities.refresh(item, LockModeType.PESSIMISTIC_WRITE);
    }
}
