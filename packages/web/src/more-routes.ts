import type { RouteConfigEntry } from "@react-router/dev/routes";

export type AddPage = (path: string, file: string) => RouteConfigEntry;

/** Reports that something happened. */
export const incidentPages = (page: AddPage): RouteConfigEntry[] => [
  page("kejadian", "incident-reports/incidents.page.tsx"),
  page("kejadian/baru", "incident-reports/intake.page.tsx"),
  page("kejadian/:id", "incident-reports/incident.page.tsx"),
];

/** The desk of alms. */
export const almsPages = (page: AddPage): RouteConfigEntry[] => [
  page("sedekah/kelola", "alms/desk.page.tsx"),
  page("sedekah/kelola/putaran/:kode", "alms/round.page.tsx"),
  page("sedekah/kuitansi", "alms/receipt-file.route.ts"),
];

/** What may come, and what could be done about it. */
export const planningPages = (page: AddPage): RouteConfigEntry[] => [
  page("dasbor/perkiraan", "planning/forecast.page.tsx"),
  page("rencana", "planning/plan.page.tsx"),
  page("rencana/banding", "planning/compare.page.tsx"),
  page("rencana/:kode", "planning/scenario.page.tsx"),
];
