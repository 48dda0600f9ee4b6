import { wordFor } from '../words/words.ts'
import { Tag, type Tone } from './tag.tsx'

/** Look only: how loud each state is. A state that is not here is neutral and still shows its word. */
const tones: Readonly<Record<string, Tone>> = {
  'application.submitted': 'blue',
  'application.returned': 'accent',
  'application.screened': 'blue',
  'application.in_review': 'blue',
  'application.ranked': 'blue',
  'application.noticed': 'amber',
  'application.approved': 'green',
  'application.rejected': 'red',
  'project.approved': 'blue',
  'project.preparing': 'blue',
  'project.running': 'green',
  'project.concluding': 'amber',
  'project.completed': 'green',
  'project.evaluated': 'green',
  'project.suspended': 'accent',
  'project.terminated': 'red',
  'amendment.proposed_by_unit': 'accent',
  'amendment.proposed_by_office': 'accent',
  'amendment.approved': 'green',
  'amendment.refused': 'red',
  'call.open': 'green',
  'ethics_record.standing': 'blue',
  'notice.standing': 'blue',
  'notice.objected': 'accent',
  'notice.upheld': 'red',
  'notice.revoked': 'red',
  'objection.open': 'accent',
  'objection.upheld': 'red',
  'account.invited': 'amber',
  'account.active': 'green',
  'account.suspended': 'red',
  'rubric.published': 'green',
  'panel.scoring': 'blue',
  'panel.concluded': 'green',
  'scoresheet.assigned': 'accent',
  'scoresheet.declared': 'blue',
  'scoresheet.submitted': 'green',
  'nomination.sent': 'blue',
  'nomination.received': 'green',
  'nomination.refused': 'red',
  'dispatch.waiting': 'amber',
  'dispatch.sent': 'green',
  'dispatch.dead': 'red',
  'robot.on': 'green',
  'envelope.waiting': 'amber',
  'envelope.accepted': 'green',
  'envelope.refused': 'red',
  'listing.reserve': 'blue',
  'listing.flagship': 'solid',
  'listing.warned': 'accent',
  'listing.removed': 'red',
}

export interface StateTagProps {
  /** Group of words/…/states.ts, as `application`. */
  group: string
  state: string
}

export function StateTag({ group, state }: StateTagProps) {
  return <Tag tone={tones[`${group}.${state}`]}>{wordFor(group, state)}</Tag>
}
