import { Injectable } from '@nestjs/common';
import type {
  CafeImageSet,
  ManagedCafe,
  ReplaceCafeImagesRequest,
  ReplaceCafeOwnersRequest,
  ReplaceVirtualLinksRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { fieldRefused } from '../../platform/errors/app-error.js';
import { assertAllAmong, type GivenId } from '../../platform/errors/assert-all-among.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { cafeListTag } from './cafe-cache-tags.js';
import { CafeEditsService } from './cafe-edits.service.js';
import { attachableUploaderOf, findRepeatedType } from './cafe.rules.js';
import { CafeSetsRepository } from './cafe-sets.repository.js';

/** What hangs on a café: each request names a whole set, which replaces the present one. */
@Injectable()
export class CafeSetsService {
  constructor(
    private readonly sets: CafeSetsRepository,
    private readonly edits: CafeEditsService,
  ) {}

  replaceImages(
    actor: Actor,
    code: string,
    set: CafeImageSet,
    { imageIds }: ReplaceCafeImagesRequest,
  ): Promise<ManagedCafe> {
    return this.edits.edit(actor, code, 'cafe.update-images', async ({ id }) => {
      const given = imageIds.map((imageId, place) => ({ id: imageId, pointer: `/imageIds/${place}` }));
      await this.assertAttachable(actor, id, given);
      const current = await this.sets.findImageIds(id, set);
      const changes = changesBetween({ [set]: current }, { [set]: imageIds });
      if (changes === null) return null;
      await this.sets.replaceImages(id, set, imageIds);
      return { ...changes, tags: set === 'THUMBNAIL' ? [cafeListTag] : [] };
    });
  }

  async replaceLinks(actor: Actor, code: string, { links }: ReplaceVirtualLinksRequest): Promise<ManagedCafe> {
    const repeated = findRepeatedType(links);
    if (repeated !== null)
      throw fieldRefused('cafe.link-type-repeated', `/links/${repeated}/type`, 'another link has this type');
    return this.edits.edit(actor, code, 'cafe.update-links', async ({ id }) => {
      const given = links.flatMap(({ thumbnailId }, place) =>
        thumbnailId === null ? [] : [{ id: thumbnailId, pointer: `/links/${place}/thumbnailId` }],
      );
      await this.assertAttachable(actor, id, given);
      const current = await this.sets.findLinks(id);
      const changes = changesBetween({ links: current }, { links });
      if (changes === null) return null;
      await this.sets.replaceLinks(id, links);
      return { ...changes, tags: [] };
    });
  }

  replaceOwners(actor: Actor, code: string, { userIds }: ReplaceCafeOwnersRequest): Promise<ManagedCafe> {
    return this.edits.edit(actor, code, 'cafe.update-owners', async ({ id }) => {
      const given = userIds.map((userId, place) => ({ id: userId, pointer: `/userIds/${place}` }));
      const possible = await this.sets.findPossibleOwners(userIds);
      assertAllAmong(possible, given, 'cafe.owner-unusable', 'is no enabled BUSINESS user');
      const owners = [...new Set(userIds)].toSorted();
      const changes = changesBetween({ owners: await this.sets.findOwnerIds(id) }, { owners });
      if (changes === null) return null;
      await this.sets.replaceOwners(id, owners);
      return { ...changes, tags: [] };
    });
  }

  private async assertAttachable(actor: Actor, cafeId: string, given: readonly GivenId[]): Promise<void> {
    const imageIds = given.map(({ id }) => id);
    const attachable = await this.sets.findAttachable(cafeId, imageIds, attachableUploaderOf(actor));
    assertAllAmong(attachable, given, 'cafe.image-unusable', 'does not exist or is not yours');
  }
}
