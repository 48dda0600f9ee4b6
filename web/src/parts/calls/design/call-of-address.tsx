import type { ComponentChildren } from 'preact'
import { useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { useQuery } from '../../../use-query.ts'
import type { Call } from './call-draft.ts'

/** A page about the call that its address names. */
export function CallOfAddress({
  skeleton,
  children,
}: {
  skeleton?: 'form'
  children: (call: Call) => ComponentChildren
}) {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCall', { params: { district, id } })
  return (
    <QueryView query={query} skeleton={skeleton}>
      {children}
    </QueryView>
  )
}
