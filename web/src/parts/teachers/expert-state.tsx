import { Tag } from '../../ui/tag.tsx'
import { t } from '../../words/words.ts'

export const expertStates = ['active', 'paused', 'left'] as const
type State = (typeof expertStates)[number]

const tones = { active: 'green', paused: 'amber', left: 'neutral' } as const

/** Whether an expert can be asked today. */
export function ExpertStateTag({ state }: { state: State }) {
  return <Tag tone={tones[state]}>{t(`expertState.${state}`)}</Tag>
}
