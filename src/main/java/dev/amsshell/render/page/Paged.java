package dev.amsshell.render.page;

/**
 * Something to be read as a page where people look at it. For JSON it is the data that it is made
 * of, as any record.
 */
public interface Paged {
  /** The page; asks nothing. */
  Page page();

  /** What stands for it where there is room for rows alone, such as in CSV. */
  Iterable<?> rows();
}
