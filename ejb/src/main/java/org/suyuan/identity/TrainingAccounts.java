package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.shared.FillingTurn;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;
import org.suyuan.shared.SocialCreditCode;

/**
 * The demo accounts of training mode: two importers, a customs broker, an administrator of the first importer and an
 * operator of an authority, all with one public password.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class TrainingAccounts {

    /** Public, hence training mode only. */
    public static final String PASSWORD = "Suyuan-2026";

    private record Demo(
            String loginName, String first17OfUscc, String enterpriseName, String customsDistrict, String role) {

        Enterprise enterprise() {
            var uscc = new SocialCreditCode(first17OfUscc + SocialCreditCode.checkDigit(first17OfUscc));
            if (role.equals(Roles.REGULATOR)) {
                return Enterprise.authority(uscc, enterpriseName, customsDistrict);
            }
            var enterprise = new Enterprise(uscc, enterpriseName, customsDistrict);
            enterprise.describe(profile());
            return enterprise;
        }

        private ProfileForm profile() {
            var profile = new ProfileForm();
            profile.setAddress("训练路1号（测试）");
            profile.setLegalRepresentative("方法人");
            profile.setRecallPerson("周负责");
            profile.setRecallPhone("13800000001");
            profile.setRecallEmail(loginName + "@example.com");
            return profile;
        }
    }

    private static final List<Demo> DEMOS = List.of(
            new Demo("importer1", "91310115MA1TEXT01", "上海溯源进口食品有限公司（测试）", "2200", Roles.ENTERPRISE),
            new Demo("importer2", "91440300MA5TEXT02", "深圳南洋食品贸易有限公司（测试）", "5300", Roles.ENTERPRISE),
            new Demo("agent1", "91310109MA1TEXT03", "上海通达报关有限公司（测试）", "2200", Roles.ENTERPRISE),
            new Demo("admin1", "91310115MA1TEXT01", "上海溯源进口食品有限公司（测试）", "2200", Roles.ENTERPRISE_ADMIN),
            new Demo("regulator1", "11310000MB2TEXT04", "上海海关（测试）", "2200", Roles.REGULATOR));

    @Inject
    private Accounts accounts;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private Settings settings;

    @Inject
    private FillingTurn turn;

    @PostConstruct
    void openAll() {
        if (settings.training()) {
            turn.take();
            var missing = DEMOS.stream()
                    .filter(demo -> book.find(demo.loginName()).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                var hash = hashes.of(PASSWORD); // one for all, since it takes long and the password is public
                missing.forEach(demo -> accounts.openTraining(demo.loginName(), hash, demo.enterprise(), demo.role()));
            }
        }
    }

    public static List<String> loginNames() {
        return DEMOS.stream().map(Demo::loginName).toList();
    }

    static Enterprise enterpriseOf(String loginName) {
        return DEMOS.stream()
                .filter(demo -> demo.loginName().equals(loginName))
                .map(Demo::enterprise)
                .findFirst()
                .orElseThrow();
    }

    /** The enterprises that the training customs declares goods for. */
    public static List<Enterprise> importers() {
        return DEMOS.subList(0, 2).stream().map(Demo::enterprise).toList();
    }
}
