/** The data file could not be written. What was to be kept in it has happened all the same. */
export class DataFileError extends Error {
  override name = "DataFileError";

  /** `problem` goes on where the file was named. Neither it nor `fix` names it: vendors' clients are told both. */
  constructor(
    readonly path: string,
    readonly problem: string,
    readonly fix: string,
  ) {
    super(`${path} ${problem}; ${fix}`);
  }
}

/** What a vendor's client is told, beside the vendor's own words, of an error that is none of the vendor's. */
export function failureDetail(error: Error): string {
  return error instanceof DataFileError
    ? `the emulator's data file ${error.problem}; ${error.fix}`
    : "the emulator failed";
}
