import type { Permission } from "@tuwai/server/access";
import type { Role } from "@tuwai/server/app";

/**
 * Who may open a page: anybody, or whom the access matrix gives the permission. `roles` narrows that where several roles hold a
 * permission and only some of them have this page. The use cases behind a page authorise on their own.
 */
export type PageAccess = "public" | { readonly needs: Permission; readonly roles?: readonly Role[] };

const readsCover: readonly Role[] = ["OPR", "KDS", "CMT", "MGR", "DAT", "BPJ", "FIN", "AUD"];

/** Every file of routes.ts. One that is missing here opens to nobody, and fails the test of all routes and roles. */
export const pageAccess: Readonly<Record<string, PageAccess>> = {
  home: "public",
  "coverage/area.page.tsx": "public",
  "coverage/village.page.tsx": "public",
  "coverage/coverage-json.route": "public",
  "coverage/coverage-csv.route": "public",
  "help/help.page.tsx": "public",
  "accounts/sign-in.page.tsx": "public",
  "accounts/second-factor.page.tsx": "public",
  "accounts/sign-out.page.tsx": "public",
  "shell/missing.page.tsx": "public",

  "tasks/work.page.tsx": { needs: "task.list" },
  "imports/history.page.tsx": { needs: "import.read_report" },
  "imports/new-import.page.tsx": { needs: "import.upload", roles: ["OPR", "DAT", "BKP", "BPJ"] },
  "imports/approvals.page.tsx": { needs: "import.approve" },
  "imports/import.page.tsx": { needs: "import.read_report" },
  "imports/columns.page.tsx": { needs: "import.read_report" },
  "import-review/check.page.tsx": { needs: "import.read_report" },
  "import-review/review.page.tsx": { needs: "import.read_report" },
  "imports/approve.page.tsx": { needs: "import.approve" },
  "imports/done.page.tsx": { needs: "import.read_report" },
  "import-review/faulty-rows.route.ts": {
    needs: "import.download_faulty_rows",
    roles: ["OPR", "DAT", "BKP", "BPJ"],
  },
  "people/workers.page.tsx": { needs: "worker.list" },
  "people/export-workers.page.tsx": { needs: "export.create", roles: ["OPR", "MGR", "DAT", "AUD"] },
  "people/workers-file.route.ts": { needs: "export.create", roles: ["OPR", "MGR", "DAT", "AUD"] },
  "people/worker.page.tsx": { needs: "worker.read" },
  "people/worker-nik.page.tsx": { needs: "worker.unmask_nik" },
  "endorsements/lists.page.tsx": { needs: "list_decision.read" },
  "endorsements/list.page.tsx": { needs: "list_decision.read" },
  "endorsements/print.page.tsx": { needs: "list_decision.read" },
  "linking/quality.page.tsx": { needs: "link_review.read" },
  "link-review/queue.page.tsx": { needs: "link_review.read" },
  "link-review/question.page.tsx": { needs: "link_review.read" },
  "matching/waiting.page.tsx": { needs: "pledge.match" },
  "matching/matching.page.tsx": { needs: "pledge.match" },
  "sponsors/pledges.page.tsx": { needs: "pledge.read", roles: ["MGR", "BND", "BKP", "FIN", "AUD"] },
  "sponsors/my-pledge.page.tsx": { needs: "pledge.sign" },
  "sponsors/sign-pledge.page.tsx": { needs: "pledge.sign" },
  "sponsors/check-pledge.page.tsx": { needs: "pledge.sign" },
  "sponsors/stop-pledge.page.tsx": { needs: "pledge.sign" },
  "enrolment/enrolments.page.tsx": { needs: "enrolment.list", roles: readsCover },
  "cover/cover-list.page.tsx": { needs: "worker.list" },
  "packets/compose-packet.page.tsx": { needs: "enrolment.submit" },
  "packets/packet.page.tsx": { needs: "enrolment.list", roles: ["MGR", "BPJ", "AUD"] },
  "packets/packet-download.page.tsx": { needs: "enrolment.packet_download" },
  "packets/packet-file.route.ts": { needs: "enrolment.packet_download" },
  "packets/packet-mapping.page.tsx": { needs: "packet_mapping.read" },
  "accounts/profile.page.tsx": { needs: "session.sign_out" },
  "accounts/step-up.page.tsx": { needs: "session.step_up" },
  "accounts/second-factor-setup.page.tsx": { needs: "session.second_factor" },
};

/** The row of a route's id, which is its file and, but for addresses of data, the language. */
export function accessOf(routeId: string): PageAccess | undefined {
  return pageAccess[routeId.replace(/-(id|en)$/, "")];
}
