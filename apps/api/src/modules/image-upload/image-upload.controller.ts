import { Body, Controller, Get, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  id,
  type Image,
  image,
  type ManagedImage,
  managedImage,
  type UpdateImageRequest,
  updateImageRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { Limited, TakesMultipart } from '../../platform/http/route-config.js';
import { ImageFileInterceptor, UploadedImageFile } from './image-file.interceptor.js';
import { ImageStandingService } from './image-standing.service.js';
import { ImageUploadService } from './image-upload.service.js';
import type { ReceivedFile } from './received-file.js';

const imageForm = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
  additionalProperties: false,
};

@ApiTags('images')
@Controller('api/v1/images')
export class ImageUploadController {
  constructor(
    private readonly images: ImageUploadService,
    private readonly standing: ImageStandingService,
  ) {}

  @Post()
  @Requires('image.upload')
  @Limited('upload')
  @TakesMultipart()
  @UseInterceptors(ImageFileInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: imageForm })
  @Returns({
    id: 'uploadImage',
    summary: 'Keep a photo: JPEG, PNG, WebP, AVIF or GIF, at most 10 MB and 50 megapixels',
    status: 201,
    schema: image,
    errors: [
      'image.missing',
      'image.too-large',
      'image.type-not-accepted',
      'image.too-many-pixels',
      'image.too-many-frames',
      'image.unreadable',
      'service.unavailable',
    ],
  })
  upload(@CurrentActor() actor: Actor, @UploadedImageFile() file: ReceivedFile): Promise<Image> {
    return this.images.upload(actor, file);
  }

  @Get(':id')
  @Requires('image.read')
  @Returns({ id: 'getImage', summary: 'An image of your own', schema: image, errors: ['image.not-found'] })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) imageId: string): Promise<Image> {
    return this.images.get(actor, imageId);
  }

  @Patch(':id')
  @Requires('image.update')
  @Returns({
    id: 'updateImage',
    summary: 'Hide an image wherever it stands, or show it again',
    schema: managedImage,
    errors: ['image.not-found'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) imageId: string,
    @Body({ schema: updateImageRequest }) request: UpdateImageRequest,
  ): Promise<ManagedImage> {
    return this.standing.set(actor, imageId, request.isDisabled);
  }
}
