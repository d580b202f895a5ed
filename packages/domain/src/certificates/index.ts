export { certificateNumber } from "./certificate-number.ts";
export {
  certificateLife,
  certifiedBy,
  type CertificateLife,
  type Certified,
  type CountedReceipt,
} from "./certificate-life.ts";
