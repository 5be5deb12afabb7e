package org.suyuan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.*;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.*;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.audit.AuditVerification;
import org.suyuan.declaration.Declaration;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.exchange.inbound.Inbox;
import org.suyuan.exchange.message.MessageStream;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.identity.AgentAuthorizations;
import org.suyuan.identity.Caller;
import org.suyuan.identity.DeniedAccess;
import org.suyuan.identity.EnterpriseCards;
import org.suyuan.identity.Operators;
import org.suyuan.identity.OwnAccount;
import org.suyuan.identity.PasswordResets;
import org.suyuan.identity.Registrations;
import org.suyuan.identity.SignOut;
import org.suyuan.identity.Supervision;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.identity.TrainingCards;
import org.suyuan.identity.Within;
import org.suyuan.identity.card.CardChallenges;
import org.suyuan.matching.RiskMatch;
import org.suyuan.recall.OverWhenCompleted;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.drill.Drill;
import org.suyuan.recall.notices.BuyerNotice;
import org.suyuan.recall.notices.NoticeReplies;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DatabaseSchema;
import org.suyuan.shared.rules.NotAfterToday;
import org.suyuan.trace.QrCodes;
import org.suyuan.trace.TraceReport;

/**
 * The rules that the modules ejb, batch and web are built by. Each one says why. A rule that stands in the way is changed
 * here, with a reason; exceptions are named one by one.
 */
@AnalyzeClasses(locations = ArchitectureTest.Modules.class)
class ArchitectureTest {

    /** The compiled classes of our own modules. */
    static final class Modules implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            var modules = Stream.of("ejb", "batch", "web");
            return modules.map(m -> Location.of(Path.of("..", m, "target", "classes")))
                    .collect(Collectors.toSet());
        }
    }

    /** Packages below {@code org.suyuan}: each sees those of earlier steps, none of its own step. */
    private static final List<String> STEPS = List.of(
            "shared, audit|reference, mail, identity, declaration, trace|foodsafety, recall, matching, exchange, retention, batch|web"
                    .split(", "));

    private static final DescribedPredicate<JavaClass> WEB = resideInAnyPackage("org.suyuan.web..");
    private static final DescribedPredicate<JavaClass> BATCH = resideInAnyPackage("org.suyuan.batch..");
    private static final DescribedPredicate<JavaClass> EXCHANGE = resideInAnyPackage("org.suyuan.exchange..");
    private static final DescribedPredicate<JavaClass> DATABASE = assignableTo(EntityManager.class)
            .or(resideInAnyPackage("java.sql..", "javax.sql.."))
            .as("are the database");
    private static final DescribedPredicate<JavaClass> SESSION_BEAN =
            bearing(Stateless.class).or(bearing(Stateful.class)).or(bearing(Singleton.class));
    private static final DescribedPredicate<JavaClass> IN_THE_OWN_NAME = belongToAnyOf(
                    AgentAuthorizations.class,
                    DeniedAccess.class,
                    EnterpriseCards.class,
                    Operators.class,
                    OwnAccount.class,
                    SignOut.class,
                    Supervision.class)
            .as("act in the own name, whomever the caller acts for");
    private static final DescribedPredicate<JavaClass> ENTITY =
            bearing(Entity.class).or(bearing(Embeddable.class));

    @ArchTest
    static final ArchRule a_context_sees_only_earlier_ones = classes()
            .should(seeOnlyEarlierSteps())
            .because("a context is understood with nothing but earlier ones in mind; later ones hear of it by CDI"
                    + " events");

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.suyuan.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package");

    @ArchTest
    static final ArchRule pages_call_only_beans_that_check_the_caller = noClasses()
            .that(WEB)
            .should(dependOnClassesThat(SESSION_BEAN
                    .and(not(bearing(RolesAllowed.class)))
                    .and(not(belongToAnyOf(
                            QrCodes.class,
                            NoticeSearch.class,
                            NoticeReplies.class,
                            CardChallenges.class,
                            Registrations.class,
                            PasswordResets.class,
                            TrainingAccounts.class,
                            TrainingCards.class))) // meant for the public
                    .as("are session beans without @RolesAllowed and not meant for the public")))
            .because("beans with @PermitAll serve jobs and other beans and ask for no owner: a page would show one"
                    + " enterprise the records of another");

    @ArchTest
    static final ArchRule pages_leave_the_exchange_alone = noClasses()
            .that(WEB)
            .should(dependOnClassesThat(EXCHANGE))
            .because("files and messages are handled by jobs, without roles; contexts show people what came of it");

    @ArchTest
    static final ArchRule pages_reach_the_database_through_use_cases = noClasses()
            .that(WEB)
            .should(dependOnClassesThat(DATABASE))
            .because("rights, owners and transactions are guarded at the use cases and queries");

    @ArchTest
    static final ArchRule jobs_call_no_bean_that_demands_a_role = noClasses()
            .that(BATCH.or(EXCHANGE).or(bearing(PermitAll.class)).as("run in jobs or are open to all"))
            .should(dependOnClassesThat(bearing(RolesAllowed.class)))
            .because("a job has no roles: it would get an EJBAccessException, at night");

    @ArchTest
    static final ArchRule session_beans_say_who_may_call_them = methods()
            .that(arePublicIn(SESSION_BEAN))
            .should(ArchCondition.from(describe("bear a right, or their class", ArchitectureTest::bearsARight)))
            .because("a method without @RolesAllowed or @PermitAll is open to all, perhaps by mistake");

    @ArchTest
    static final ArchRule use_cases_of_people_say_what_an_agent_needs_for_them = methods()
            .that(arePublicIn(bearing(RolesAllowed.class)))
            .and()
            .areDeclaredInClassesThat(not(IN_THE_OWN_NAME))
            .should(ArchCondition.from(describe("be @Within a scope, or their class", ArchitectureTest::saysItsScope)))
            .because("without one an agent would do it for its principal, entrusted or not");

    @ArchTest
    static final ArchRule what_is_done_in_the_own_name_asks_for_the_own_enterprise = noClasses()
            .that(IN_THE_OWN_NAME)
            .should(callMethod(Caller.class, "operator"))
            .because("that is the principal while an agent acts for one");

    @ArchTest
    static final ArchRule entities_have_no_setters = noMethods()
            .that(arePublicIn(ENTITY))
            .should(ArchCondition.from(describe("assign a field", ArchitectureTest::assignsAField)))
            .because("an entity changes by verbs that keep its rules; only its own context may call them");

    @ArchTest
    static final ArchRule declarations_are_loaded_for_their_owner = noClasses()
            .that(not(named("DeclarationQueries")))
            .should(load(Declaration.class).or(load(GoodsItem.class)))
            .because("DeclarationQueries finds those of the caller's enterprise only");

    @ArchTest
    static final ArchRule reports_are_loaded_for_their_owner = noClasses()
            .that(not(named("OwnedReports", "CustomsAnswers", "QrCodes")))
            .should(load(TraceReport.class))
            .because("OwnedReports is the one door for people; customs answers for any report, and a QR code's token is"
                    + " the right to see the public part");

    @ArchTest
    static final ArchRule recalls_are_loaded_for_their_owner = noClasses()
            .that(not(named("OwnedTasks", "RecallQueries", "RecallOrders", "RoundAnswers")))
            .should(load(RecallTask.class))
            .because("OwnedTasks is the one door for people, RecallQueries lists by owner; customs orders and answers"
                    + " any");

    @ArchTest
    static final ArchRule matches_are_loaded_for_their_owner = noClasses()
            .that(not(named("MatchDecisions")))
            .should(load(RiskMatch.class))
            .because("MatchDecisions finds those of the caller's enterprise only");

    @ArchTest
    static final ArchRule drills_are_loaded_for_their_owner = noClasses()
            .that(not(named("OwnedDrills")))
            .should(load(Drill.class))
            .because("OwnedDrills is the one door to any drill");

    @ArchTest
    static final ArchRule notices_are_loaded_for_their_owner = noClasses()
            .that(not(named("RecallNotices", "NoticeQueries", "NoticeReplies", "NoticeMails", "NoticeSteps")))
            .should(load(BuyerNotice.class))
            .because("two find those of recalls of the caller's enterprise, one that of a link, which is the right to"
                    + " read it; a mail that left and a reminder concern any");

    @ArchTest
    static final ArchRule queries_of_owned_tables_know_the_caller = classes()
            .that(resideInAnyPackage(
                    "org.suyuan.declaration..", "org.suyuan.trace..", "org.suyuan.recall..", "org.suyuan.matching.."))
            .and(describe("use the database", ArchitectureTest::usesTheDatabase))
            .and(not(named(
                    "DeclarationImport", "DeclaredGoods", "CustomsAnswers", "QrGeneration"))) // jobs act for nobody
            .and(not(named("RecallOrders", "RoundAnswers", "LotHolds"))) // nor does customs; a hold is no secret
            .and(not(named("MassBalance", "AffectedSales"))) // look at what their callers were allowed to load
            .and(not(named("DrillQueries", "FrozenFinds"))) // read on from drills that OwnedDrills loaded
            .and(not(named("NoticeReplies", "NoticeMails", "NoticeSteps", "RecallAlerts"))) // act for no operator
            .and(not(named(
                    "Matching", "MatchStore", "ImportedGoods", "ToMatch", "MatchMails"))) // the job matches for all
            .and(not(named("ConfirmedReturns"))) // looks at the recall that an operator has locked
            .should(dependOnClassesThat(assignableTo(Caller.class)))
            .because("each query for a person is bound to that person's enterprise; the others are named here");

    @ArchTest
    static final ArchRule faces_stays_in_web = noClasses()
            .that(not(WEB))
            .should(dependOnClassesThat(resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..")))
            .because("the business does not know that it is shown in a browser");

    @ArchTest
    static final ArchRule bean_names_are_for_pages_and_job_files = noClasses()
            .that(not(WEB.or(BATCH)))
            .should(beAnnotatedWith(Named.class))
            .because("the expressions of every page reach a named bean, past the backing beans");

    @ArchTest
    static final ArchRule the_time_is_that_of_the_business = noClasses()
            .that(not(belongToAnyOf(
                    BusinessTime.class, // is the clock
                    NotAfterToday.class, // made by Bean Validation; asks for the day in Asia/Shanghai itself
                    OverWhenCompleted.class, // the same
                    Inbox.class, // compares with the times that the file system writes
                    MessageStream.class))) // no bean; refuses messages from more than a day ahead
            .should(accessTargetWhere(describe("it asks the clock of the machine", ArchitectureTest::asksTheMachine)))
            .because("BusinessTime gives days in Asia/Shanghai, wherever the server stands, and instants with the"
                    + " microseconds that both databases keep");

    @ArchTest
    static final ArchRule a_time_is_a_day_or_an_instant = noClasses()
            .that(not(resideInAnyPackage("org.suyuan.identity.card") // Java's certificates know no other
                    .or(named("Executions")))) // nor does Jakarta Batch
            .should(dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class)))
            .because("a java.util.Date is no day and names no zone");

    @ArchTest
    static final ArchRule only_commands_write_to_the_console = noClasses()
            .that(not(resideInAnyPackage("org.suyuan.batch.generator..")
                    .or(belongToAnyOf(AuditVerification.class, DatabaseSchema.class))))
            .should(ACCESS_STANDARD_STREAMS)
            .because("a server's words belong into its log; a person waits for a command");

    private static ArchCondition<JavaClass> seeOnlyEarlierSteps() {
        return new ArchCondition<>("see only earlier steps of " + STEPS) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (step(origin) < 0) {
                    events.add(SimpleConditionEvent.violated(origin, origin.getName() + " stands on no step"));
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("org.suyuan."))
                        .filter(use -> !context(use.getTargetClass()).equals(context(origin)))
                        .filter(use -> step(use.getTargetClass()) >= step(origin))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(origin, use.getDescription())));
            }
        };
    }

    private static int step(JavaClass type) {
        var found = STEPS.stream().filter(context(type)::matches).findFirst();
        return found.map(STEPS::indexOf).orElse(-1);
    }

    private static String context(JavaClass type) {
        return type.getPackageName().replaceFirst("^org\\.suyuan\\.([a-z]+).*", "$1");
    }

    private static DescribedPredicate<JavaClass> bearing(Class<? extends Annotation> annotation) {
        return annotatedWith(annotation).forSubtype();
    }

    private static DescribedPredicate<JavaClass> named(String... simpleNames) {
        var names = Set.of(simpleNames);
        return describe("named one of " + names, type -> names.contains(type.getSimpleName()));
    }

    /** Naming the class of an entity in code is how one asks the EntityManager for it. */
    private static ArchCondition<JavaClass> load(Class<?> entity) {
        return ArchCondition.from(describe(
                "load " + entity.getSimpleName(),
                type -> type.getReferencedClassObjects().stream()
                        .anyMatch(reference -> reference.getRawType().isEquivalentTo(entity))));
    }

    private static DescribedPredicate<JavaMethod> arePublicIn(DescribedPredicate<JavaClass> types) {
        return describe(
                "are public in classes " + types.getDescription(),
                method -> types.test(method.getOwner())
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean usesTheDatabase(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().anyMatch(use -> DATABASE.test(use.getTargetClass()));
    }

    private static boolean bearsARight(JavaMethod method) {
        return Stream.of(RolesAllowed.class, PermitAll.class)
                .anyMatch(r -> method.isAnnotatedWith(r) || method.getOwner().isAnnotatedWith(r));
    }

    private static boolean saysItsScope(JavaMethod method) {
        return method.isAnnotatedWith(Within.class) || method.getOwner().isAnnotatedWith(Within.class);
    }

    private static boolean assignsAField(JavaMethod method) {
        return method.getFieldAccesses().stream().anyMatch(access -> access.getAccessType() == AccessType.SET);
    }

    private static boolean asksTheMachine(JavaAccess<?> call) {
        var clock = call.getTargetOwner();
        return clock.getPackageName().equals("java.time") && call.getName().matches("now|system.*")
                || clock.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }
}
