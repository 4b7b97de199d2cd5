package dev.amsshell.check;

import dev.amsshell.job.Job;
import java.util.List;

/**
 * A check that was made, with what its result does not tell.
 *
 * @param jobs the first of the jobs concerned, whole
 * @param error what went wrong; null unless it is an error
 */
public record Checked(CheckResult result, List<Job> jobs, Throwable error) {}
