/**
 * The figures the demonstration city is calibrated to. Counts are those of Kota Pariaman with 101,680 residents and are
 * shared out in proportion for any other size. Sources: reference/regions/13.77/statistics.csv; what is judgement says so.
 */
export const CALIBRATION = {
  residents: 101_680,
  /** Sakernas, August 2024: labour force 51,627 less 2,746 unemployed. */
  working: 48_881,
  seeking: 2_746,
  /** Assumption for the city (50 to 62); the province has 64.14 %. */
  informalShare: 0.56,
  civilServants: 3_325,
  pppk: 862,
  /** Judgement: no figure was found. */
  militaryPolice: 350,
  contractStaff: 629,
  fishers: 1_177,
  /** The programme's target for religious and adat officers, and those registered on 24 April 2025. */
  officers: 5_000,
  registeredOfficers: 1_051,
  provinceFishers: 108,
  /** June 2025: about 11,000 active of whom about 1,100 informal. */
  activeMembers: 11_000,
  activeInformal: 1_100,
  /** Judgement, from the province's ratio of non-active to active (199,712 / 710,474). */
  lapsedMembers: 3_000,
  /** Families by national decile. Shape of Pematangsiantar 2025, moved up because Pariaman is less poor. */
  decileShares: [0.07, 0.072, 0.086, 0.096, 0.104, 0.118, 0.116, 0.114, 0.112, 0.112],
  /** Persons in the DTSEN extract per resident: nearly everyone. */
  dtsenShare: 0.983,
} as const;
