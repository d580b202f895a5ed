import type { Feature } from "#app";
import { handles, unitePersons, workHandlers } from "#work";
import { certificateTasks } from "./certificate-tasks.ts";
import { reviewCertificates } from "./review-certificates.ts";

export const certificatesFeature: Feature = {
  name: "certificates",
  owns: { "app.certificates": "certificate.read" },
  gives: [
    certificateTasks,
    workHandlers(handles("certificates.review", { work: reviewCertificates, unite: unitePersons })),
  ],
};
