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

/** Figures as anybody may read them: indicators, releases, open data. */
export const figurePages = (page: AddPage): RouteConfigEntry[] => [
  page("indikator", "indicators/indicators.page.tsx"),
  page("indikator/:kode", "indicators/indicator.page.tsx"),
  page("rilis", "releases/releases.page.tsx"),
  page("rilis/:bulan", "releases/release.page.tsx"),
  page("rilis/:bulan/berkas/:berkas", "releases/release-file.route.ts"),
  page("data", "releases/data.page.tsx"),
];

/** Where figures are entered, and releases looked at. */
export const figureDeskPages = (page: AddPage): RouteConfigEntry[] => [
  page("admin/indikator", "indicators/desk.page.tsx"),
  page("admin/rilis", "releases/desk.page.tsx"),
  page("admin/rilis/:rilis", "releases/draft.page.tsx"),
];

/** Families after a death or an accident, and the letters of their case. */
export const claimPages = (page: AddPage): RouteConfigEntry[] => [
  page("klaim", "claims/claims.page.tsx"),
  page("klaim/berkas", "claims/claims-file.route.ts"),
  page("klaim/:kode", "claims/claim.page.tsx"),
  page("klaim/:kode/berkas/:dokumen", "claims/document.route.ts"),
  page("klaim/:kode/keluarga", "families/claim-family.page.tsx"),
  page("klaim/:kode/surat", "claim-letters/letters.page.tsx"),
  page("klaim/:kode/surat/:berkas", "claim-letters/letter-file.route.ts"),
];

/** How an area stands, for whoever answers for it and on the wall of a hall. */
export const dashboardPages = (page: AddPage): RouteConfigEntry[] => [
  page("sorot", "highlights/highlights.page.tsx"),
  page("sorot/layar", "highlights/screen.page.tsx"),
  page("laporan", "dashboards/reports.page.tsx"),
  page("laporan/:bulan/berkas", "dashboards/report-file.route.ts"),
  page("dasbor/berkas", "dashboards/dashboard-file.route.ts"),
  page("dasbor/:kecamatan?/:desa?", "dashboards/dashboard.page.tsx"),
];
