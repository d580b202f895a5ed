export { scholarshipRightSources } from "./scholarship-right.ts";
export { familiesFeature } from "./feature.ts";
export { addMember, type MemberOutcome, type MemberReason } from "./add-member.ts";
export { type ChildThread, getChild, openChild } from "./child-thread.ts";
export { requireChild } from "./change-family.ts";
export type { FollowedChild } from "./load-family.ts";
export { chooseHead, type HeadReason } from "./choose-head.ts";
export { disputeHeirs } from "./dispute-heirs.ts";
export { endMembership, type EndReason } from "./end-membership.ts";
export {
  childrenForBenefit,
  type FamilyChild,
  familyOf,
  type FamilyOn,
  listChildren,
  listOrphans,
  type Orphan,
} from "./family-doors.ts";
export { childrenOfRound, freezeFamilies, type FrozenCopy } from "./freeze-family.ts";
export {
  getFamily,
  openFamily,
  type ShownFamily,
  type ShownMember,
  type UnkeptFamily,
} from "./get-family.ts";
export { type ConsentReason, noteConsent, verifyChild } from "./note-consent.ts";
export { endScholarship, noteLetter, noteSchool, type SchoolReason } from "./note-school.ts";
export {
  exportOrphans,
  type ListedOrphan,
  listOrphanRegister,
  type OrphanFilter,
} from "./orphan-register.ts";
export { endGuardian, type GuardianRefusal, setGuardian } from "./set-guardian.ts";
export { setUpFamily } from "./set-up-family.ts";
export type { ShownChild, ShownGuardian } from "./show-child.ts";
