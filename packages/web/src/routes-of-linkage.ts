import type { RouteConfigEntry } from "@react-router/dev/routes";

import type { AddPage } from "./more-routes.ts";

/** Who is who in the registers, and whether the right ones are reached. */
export const linkagePages = (page: AddPage): RouteConfigEntry[] => [
  page("padan", "linking/quality.page.tsx"),
  page("padan/antrean", "link-review/queue.page.tsx"),
  page("padan/mutu", "link-samples/quality.page.tsx"),
  page("padan/mutu/jawab", "link-samples/answer.page.tsx"),
  page("padan/pasangan/:id", "link-review/question.page.tsx"),
  page("dasbor/sasaran", "targeting/targeting.page.tsx"),
  page("dasbor/sasaran/rilis", "targeting/watch.page.tsx"),
  page("dasbor/sasaran/:desa", "targeting/list.page.tsx"),
  page("dasbor/sasaran/:desa/berkas", "targeting/list-file.route.ts"),
];
