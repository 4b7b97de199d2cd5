package dev.amsshell.render.page;

/** Something to be read as a page where people look at it, and as data elsewhere. */
public interface Paged {
  /** The page; asks nothing. */
  Page page();

  /** What it is made of, where data is wanted, such as in JSON: records, maps and lists. */
  Object data();

  /** What stands for it where there is room for rows alone, such as in CSV. */
  Iterable<?> rows();

  /** The class of all rows, so that even without any it is known what they would be; or null. */
  default Class<?> rowType() {
    return null;
  }
}
