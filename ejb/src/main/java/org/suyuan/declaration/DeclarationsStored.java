package org.suyuan.declaration;

import java.util.Collection;

/**
 * Customs pushed, amended or cancelled these declarations, none of which is as it was before; fired inside the transaction that stores them.
 *
 * @param ids technical keys
 */
public record DeclarationsStored(Collection<Long> ids) {}
