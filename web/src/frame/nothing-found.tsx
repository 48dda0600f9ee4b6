import type { ComponentChildren } from 'preact'
import { EmptyState } from '../ui/empty-state.tsx'
import { t } from '../words/words.ts'

interface NothingFoundProps {
  /** Whether conditions are set: then they are the reason. */
  filtered: boolean
  title: string
  help?: string | undefined
  action?: ComponentChildren
}

/** An empty list: because of its conditions, or because nothing is there yet. */
export function NothingFound({ filtered, title, help, action }: NothingFoundProps) {
  if (filtered) return <EmptyState kind="search" title={t('frame.nothingFound')} help={t('frame.nothingFoundHelp')} />
  return <EmptyState title={title} help={help} action={action} />
}
