import { projectHandoverCompleted, returnVisitCompleted } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { CaptureLead } from '../domain/lead/capturing/capturing.commands.js';
import { leadIdOfHandover, leadIdOfReturnVisit } from '../domain/ids.js';

/** A customer who was visited again knows of another project (H18); one that is known already becomes a hint. */
export const captureLeadWhenReturnVisited = when(returnVisitCompleted, {
  name: 'capture-lead-when-return-visited',
  then: ({ data: { visitId, newProject, salespersonId } }) =>
    newProject === undefined
      ? []
      : [
          issue(CaptureLead, visitId, {
            leadId: leadIdOfReturnVisit(visitId),
            projectName: newProject.name,
            city: newProject.city,
            source: 'RETURN_VISIT',
            referrerRef: visitId,
            needsSummary: newProject.need,
            salespersonId,
          }),
        ],
});

/** Whoever is handed a project over is told who wants more (A10): each is a lead in the pool. */
export const captureLeadsWhenHandedOver = when(projectHandoverCompleted, {
  name: 'capture-leads-when-handed-over',
  then: ({ data: { handoverId, interestedCustomers } }) =>
    interestedCustomers.map(({ customerRef, projectName, city, need }) =>
      issue(CaptureLead, customerRef, {
        leadId: leadIdOfHandover(handoverId, customerRef),
        projectName,
        city,
        source: 'PROJECT_HANDOVER',
        referrerRef: handoverId,
        // two customers who know of one project are two hints
        hintRef: `${handoverId}:${customerRef}`,
        needsSummary: need,
      }),
    ),
});
