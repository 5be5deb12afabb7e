package org.suyuan.recall;

import org.suyuan.identity.Filer;

/** Fired inside the transaction in which an importer opens a recall; customs is to be informed. */
public record VoluntaryRecallOpened(RecallOrder recall, String importerName, Filer opener) {}
