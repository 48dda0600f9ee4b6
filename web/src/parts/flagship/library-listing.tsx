import { useRoute } from 'preact-iso'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { DeclareInterest } from '../quality/conflicts/declare-interest.tsx'
import { type Listing, useListingMoves } from './listing-moves.tsx'
import { PackageView } from './package-view.tsx'

function Moves({ listing }: { listing: Listing }) {
  const moves = useListingMoves(listing)
  return (
    <>
      <DeclareInterest item={listing.id} />
      <MoveButtons offered={listing.actions} moves={moves} />
    </>
  )
}

export function LibraryListing() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCuratedListing', { params: { district, id } })
  return (
    <QueryView query={query}>
      {(listing) => (
        <>
          <PageHead
            title={listing.title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.library'), href: '/library' },
              { label: listing.number ?? listing.title },
            ]}
            tags={
              <>
                <StateTag group="listing" state={listing.state} />
                {listing.model !== null && <Tag tone="blue">{listing.model}</Tag>}
              </>
            }
            help={t('flagship.from', { origin: listing.originName })}
            actions={
              <>
                <Button href={`/applications/${listing.applicationId}`}>{t('flagship.toApplication')}</Button>
                <Moves listing={listing} />
              </>
            }
          />
          <PackageView contents={listing.package} />
        </>
      )}
    </QueryView>
  )
}
