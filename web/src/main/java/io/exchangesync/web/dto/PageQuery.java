package io.exchangesync.web.dto;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is asked for. */
public class PageQuery {
  /** Entries asked for when nothing is said. */
  public static final String DEFAULT_LIMIT = "50";

  /** Most entries of one page. */
  public static final int MOST = 200;

  @Parameter(description = "Entries of one page, 1 to 200")
  @QueryParam("limit")
  @DefaultValue(DEFAULT_LIMIT)
  @Min(1) @Max(MOST) int limit;

  @Parameter(description = "Key after which the page begins; follow the link next instead")
  @QueryParam("after")
  @DefaultValue("0")
  @Min(0) int after;

  public int limit() {
    return limit;
  }

  /** What has to be read to know whether there is a next page. */
  public int oneMore() {
    return limit + 1;
  }

  public int after() {
    return after;
  }
}
