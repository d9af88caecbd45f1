import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ManagedProductsController } from './managed-products.controller.js';
import { ProductEditsService } from './product-edits.service.js';
import { ProductReadsRepository } from './product-reads.repository.js';
import { ProductsController } from './products.controller.js';
import { ProductsRepository } from './products.repository.js';
import { ProductsService } from './products.service.js';
import { PublicProductsService } from './public-products.service.js';
import { ShowcaseService } from './showcase.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [ProductsController, ManagedProductsController],
  providers: [
    PublicProductsService,
    ProductsService,
    ProductEditsService,
    ShowcaseService,
    ProductsRepository,
    ProductReadsRepository,
  ],
  exports: [ProductsService],
})
export class ProductsModule {}
