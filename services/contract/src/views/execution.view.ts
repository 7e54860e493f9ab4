import {
  netShippedQty,
  type ExecutionForm,
  type LineProgress,
  type TrackItem,
} from '../domain/contract/execution/execution.state.js';

const trackItemView = ({ item, ref, plannedOn, ownerId }: TrackItem) => ({ item, ref, plannedOn, ownerId });

export const formView = (form: ExecutionForm) => ({
  formId: form.formId,
  state: form.state,
  submission: form.submission,
  tracks: {
    money: form.tracks.money.map(trackItemView),
    goods: form.tracks.goods.map(trackItemView),
    service: form.tracks.service.map(trackItemView),
  },
  specialRequirements: form.specialRequirements,
  submittedBy: form.submittedBy,
  submittedOn: form.submittedOn,
  returnReason: form.returnReason,
  commerceOwnerId: form.commerceOwnerId,
  acceptedOn: form.acceptedOn,
});

export const progressView = (line: LineProgress) => ({
  readyQty: line.readyQty,
  /** What left and did not come back. */
  shippedQty: netShippedQty(line),
  grossShippedQty: line.shippedQty,
  refusedQty: line.refusedQty,
  deliveredQty: line.deliveredQty,
  readyOn: line.readyOn,
  shippedOn: line.shippedOn,
  deliveredOn: line.deliveredOn,
  installedOn: line.installedOn,
  acceptedOn: line.acceptedOn,
});
