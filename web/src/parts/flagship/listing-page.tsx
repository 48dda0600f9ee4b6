import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { PackageView } from './package-view.tsx'

export function ListingPage() {
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readListing', { params: { id } })
  const [adopting, setAdopting] = useState(false)
  return (
    <QueryView query={query}>
      {(listing) => (
        <>
          <PageHead
            title={listing.title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.catalogue'), href: '/catalogue' },
              { label: listing.number ?? listing.title },
            ]}
            tags={
              <>
                <StateTag group="listing" state={listing.grade} />
                {listing.model !== null && <Tag tone="blue">{listing.model}</Tag>}
              </>
            }
            help={[
              t('flagship.from', { origin: listing.originName }),
              t('flagship.curatedBy', { curator: listing.curatorName }),
              t('flagship.listedOn', { day: formatDate(listing.listedAt) }),
              t('flagship.versionIs', { n: listing.latest }),
              t('flagship.adoptedTimes', { n: listing.adoptions }),
            ].join(' · ')}
            actions={
              <>
                <Button icon="print" onClick={() => print()}>
                  {t('ui.print')}
                </Button>
                {listing.actions.includes('adopt') && (
                  <Button kind="primary" onClick={() => setAdopting(true)}>
                    {t('flagship.adopt')}
                  </Button>
                )}
              </>
            }
          />
          <PackageView contents={listing.package} />
          <p class="muted package-hash">
            {t('flagship.fingerprint')} {listing.sha256}
          </p>
          {adopting && <AdoptDialog listing={listing} onClose={() => setAdopting(false)} />}
        </>
      )}
    </QueryView>
  )
}
