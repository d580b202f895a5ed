/** A list as a folder or file of Parquet, with the name of its id column; ids must be present and unique. */
export type ParquetList = { path: string; id: string };
/** Where the lists lie and where results go, for a run elsewhere. */
export type SqlFilesOptions = {
  dialect: "spark";
  left: ParquetList;
  /** Without it the left list is compared with itself. */
  right?: ParquetList;
  /** Folder for the results: `scored` and `best`. */
  out: string;
  /** Database the tables of the run are made in; `tuwai_linkage` unless told. */
  database?: string;
  /** Rows of the left list: a trained model then gets the prior that fits. */
  leftRows?: number;
  /** Lowest weight kept, in bits; −8 unless told, below which a pair is no candidate. */
  thresholdBits?: number;
};
/** A file of SQL, by name. */
export type SqlFile = { name: string; text: string };
