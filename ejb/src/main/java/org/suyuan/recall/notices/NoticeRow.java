package org.suyuan.recall.notices;

import org.suyuan.recall.AffectedBuyer;

/**
 * One buyer of recalled lots with his notice.
 *
 * @param notice null while there is none
 * @param link the address that opens the notice; null when it opens nothing any more
 * @param email where he gets mail: as on the notice, else as last entered for this buyer; null when not known
 */
public record NoticeRow(AffectedBuyer buyer, BuyerNotice notice, String link, String email) {

    public NoticeState state() {
        return notice == null ? NoticeState.TO_TELL : notice.state();
    }
}
