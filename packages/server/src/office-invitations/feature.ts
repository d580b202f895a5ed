import type { Feature } from "#app";

export const officeInvitationsFeature: Feature = {
  name: "office-invitations",
  owns: { "app.office_invitations": "office_invitation.manage" },
};
