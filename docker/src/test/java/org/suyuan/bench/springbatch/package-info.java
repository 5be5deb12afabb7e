/** The import of declarations as one writes it with Spring Batch and its own parts: what {@code IngestBench} compares with. */
@XmlSchema(namespace = "urn:suyuan:ftr:1", elementFormDefault = XmlNsForm.QUALIFIED)
package org.suyuan.bench.springbatch;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
