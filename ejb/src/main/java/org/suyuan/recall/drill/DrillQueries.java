package org.suyuan.recall.drill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Roles;

/** The drills of the caller's enterprise, and what each of them found. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class DrillQueries {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private OwnedDrills drills;

    @Inject
    private FrozenFinds finds;

    @Inject
    private BusinessTime time;

    /** One page of drills, newest first. */
    public List<Drill> page(int first, int size) {
        return drills.page(first, size);
    }

    public int count() {
        return drills.count();
    }

    /** Empty for an unknown drill and for somebody else's. */
    public Optional<DrillDetail> detail(String drillNo) {
        return drills.find(drillNo)
                .map(drill -> new DrillDetail(drill, drills.figures(drill), checksums(drill), time.now()));
    }

    /** What was sold when the drill began, in the order of the reports; none when it is not his. */
    public List<DrillSale> sales(String drillNo, int first, int size) {
        return drills.find(drillNo)
                .map(drill -> finds.sales(drill, first, size))
                .orElse(List.of());
    }

    /**
     * Whom to tell, those who bought most first; none when the drill is not his.
     *
     * @param untriedOnly those whom nobody has tried to reach yet
     */
    public List<DrillBuyer> buyers(String drillNo, boolean untriedOnly, int first, int size) {
        return drills.find(drillNo)
                .map(drill -> untriedOnly ? finds.untried(drill, first, size) : finds.buyers(drill, first, size))
                .orElse(List.of());
    }

    private Map<String, String> checksums(Drill drill) {
        return entities.createQuery("select f.format, f.sha256 from DrillFile f where f.drill = :drill", Object[].class)
                .setParameter("drill", drill)
                .getResultStream()
                .collect(Collectors.toMap(file -> (String) file[0], file -> (String) file[1]));
    }
}
