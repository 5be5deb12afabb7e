package org.suyuan.identity;

import java.io.Serializable;

/**
 * 企业资料: what an enterprise says of itself, for the papers and notices of recalls; null where it says nothing.
 *
 * @param address 住所
 * @param legalRepresentative 法定代表人
 * @param recallPerson 召回负责人 of the enterprise, whom buyers ask
 * @param recallPhone a mobile, landline or 400 number
 * @param recallEmail where reminders go
 * @param riskMails whether mails about risk matches go there, too
 */
public record EnterpriseProfile(
        String name,
        String address,
        String legalRepresentative,
        String recallPerson,
        String recallPhone,
        String recallEmail,
        boolean riskMails)
        implements Serializable {

    /** Whether a buyer who gets a notice knows whom to ask. */
    public boolean canBeAsked() {
        return recallPerson != null && recallPhone != null;
    }
}
