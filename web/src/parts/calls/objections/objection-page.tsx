import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useQuery } from '../../../use-query.ts'

function ToNotice({ id }: { id: string }) {
  const { route } = useLocation()
  useEffect(() => route(`/publicity/${id}`, true), [id])
  return <Skeleton rows={6} />
}

/** An objection is answered on the page of its notice: a task that names one leads there. */
export function ObjectionPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readObjection', { params: { district, id } })
  return <QueryView query={query}>{(one) => <ToNotice id={one.noticeId} />}</QueryView>
}
