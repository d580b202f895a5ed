export { issueCertificate, type IssueOutcome } from "./issue-certificate.ts";
export {
  type CertificateCheck,
  checkCertificate,
  getMyCertificates,
  type MyCertificates,
  previewCertificate,
  printCertificate,
  type ShownCertificate,
} from "./my-certificate.ts";
export { certificatesFeature } from "./feature.ts";
