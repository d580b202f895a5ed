export { endOffice, type EndOfficeOutcome } from "./end-office.ts";
export { enrolOfficers, type EnrolOfficersOutcome } from "./enrol-officers.ts";
export { asWageEarner, type JudgedOfficer, judgeOfficers, officersProgramme } from "./judge-officers.ts";
export type { OfficerReason } from "./judge-officer.ts";
export { listOfficers, type Officer, type OfficerList } from "./list-officers.ts";
export { reportWages, type ReportWagesOutcome } from "./report-wages.ts";
export { officersFeature } from "./feature.ts";
