/** Why names and days of birth of a family are looked at; written into the access log, which the family may ask for. */
export const openPurposes = ["claim", "guardian", "school", "visit", "data-subject-request"] as const;
export type OpenPurpose = (typeof openPurposes)[number];
