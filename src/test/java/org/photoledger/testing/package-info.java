/** Builders and programs that tests share. */
package org.photoledger.testing;
