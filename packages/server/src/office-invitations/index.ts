export {
  closeOfficeInvitation,
  type InvitableOffice,
  inviteOffice,
  type InviteOutcome,
  listOfficeInvitations,
} from "./office-invitations.ts";
export { type OpenInvitation, readOfficeInvitation } from "./read-office-invitation.ts";
export { officeInvitationsFeature } from "./feature.ts";
