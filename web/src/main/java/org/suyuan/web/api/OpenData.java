package org.suyuan.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** {@code /api/v1}: what programs of anybody may read. */
@ApplicationPath("api/v1")
public class OpenData extends Application {}
