import { ApiSchema, PickType } from '@nestjs/swagger';
import { CreateKeyDto } from '../create-key/create-key.dto.js';

@ApiSchema({ name: 'RenameKey' })
export class RenameKeyDto extends PickType(CreateKeyDto, ['name']) {}
